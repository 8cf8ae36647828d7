import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../clock';
import { listPage } from '../rest/list-page';
import { type Account, readForm, readQuery, requireAccount, serveHost } from '../rest/serve-host';
import { invalidParameter, notFound, TwilioRestError } from '../rest/twilio-rest-error';
import type { UnhandledRequests } from '../rest/unhandled-requests';
import { compileTaskExpression } from './evaluate-task-attributes';
import type { Task } from './model';
import { restTask, restTaskQueue } from './rest-json';
import type { TaskRouter } from './task-router';

export interface TaskRouterRestDeps extends Account {
  taskRouter: TaskRouter;
  clock: Clock;
  unhandled: UnhandledRequests;
}

interface TaskPath {
  workspaceSid: string;
  taskSid: string;
}

const attributeQueriesPerSecond = 3;

/** TaskRouter's REST API, version 1, as far as the product calls it. https://www.twilio.com/docs/taskrouter/api/task */
export function registerTaskRouterRest(app: FastifyInstance, deps: TaskRouterRestDeps): void {
  const { taskRouter, clock, unhandled } = deps;
  const attributeQueries: number[] = [];

  /** Twilio answers queries by attributes three times a second, no more. */
  function limitAttributeQueries(): void {
    const now = clock.now().getTime();
    while (attributeQueries[0] !== undefined && attributeQueries[0] <= now - 1_000) attributeQueries.shift();
    if (attributeQueries.length >= attributeQueriesPerSecond) {
      throw new TwilioRestError(429, 20429, 'Too Many Requests');
    }
    attributeQueries.push(now);
  }

  function findTask({ workspaceSid, taskSid }: TaskPath): Task {
    requireWorkspace(workspaceSid);
    const task = taskRouter.task(taskSid);
    if (!task) throw notFound(`/Workspaces/${workspaceSid}/Tasks/${taskSid}`);
    return task;
  }

  function requireWorkspace(sid: string): void {
    if (sid !== taskRouter.workspace.workspaceSid) throw notFound(`/Workspaces/${sid}`);
  }

  serveHost(app, {
    host: 'taskrouter.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.addHook('onRequest', async (request) => requireAccount(request, deps));

      scope.get<{ Params: TaskPath }>('/v1/Workspaces/:workspaceSid/Tasks', async (request) => {
        requireWorkspace(request.params.workspaceSid);
        const query = readQuery(request, ['EvaluateTaskAttributes', 'AssignmentStatus', 'PageSize']);
        const expression = query.EvaluateTaskAttributes;
        if (expression) limitAttributeQueries();
        const matches = expression ? compileTaskExpression(expression) : () => true;
        const pageSize = Number(query.PageSize ?? 50);
        const tasks = taskRouter
          .tasks()
          .filter(
            (task) => !query.AssignmentStatus || query.AssignmentStatus.split(',').includes(task.assignmentStatus),
          )
          .filter((task) => matches(JSON.parse(task.attributes)))
          .slice(0, pageSize);
        return listPage(
          'tasks',
          `https://taskrouter.twilio.com/v1/Workspaces/${request.params.workspaceSid}/Tasks?PageSize=${pageSize}&Page=0`,
          tasks.map((task) => restTask(taskRouter.workspace, task, clock.now())),
          pageSize,
        );
      });

      scope.get<{ Params: TaskPath }>('/v1/Workspaces/:workspaceSid/TaskQueues', async (request) => {
        requireWorkspace(request.params.workspaceSid);
        const { WorkerSid, PageSize } = readQuery(request, ['WorkerSid', 'PageSize', 'Page']);
        if (WorkerSid !== undefined && !taskRouter.worker(WorkerSid)) throw notFound(`/Workers/${WorkerSid}`);
        const address = `https://taskrouter.twilio.com/v1/Workspaces/${request.params.workspaceSid}/TaskQueues`;
        // Everybody is in the one queue.
        const queues = [restTaskQueue(taskRouter.workspace)];
        return listPage('task_queues', `${address}?PageSize=${PageSize ?? 50}&Page=0`, queues, Number(PageSize ?? 50));
      });

      scope.get<{ Params: TaskPath }>('/v1/Workspaces/:workspaceSid/Tasks/:taskSid', async (request) =>
        restTask(taskRouter.workspace, findTask(request.params), clock.now()),
      );

      scope.post<{ Params: TaskPath }>('/v1/Workspaces/:workspaceSid/Tasks/:taskSid', async (request) => {
        const task = findTask(request.params);
        const form = readForm(request, ['Attributes', 'AssignmentStatus', 'Reason', 'Priority']);
        if (form.Attributes !== undefined || form.Priority !== undefined) {
          taskRouter.updateTask(task, {
            ...(form.Attributes !== undefined && { attributes: requireJson(form.Attributes) }),
            ...(form.Priority !== undefined && { priority: Number(form.Priority) }),
          });
        }
        changeStatus(taskRouter, task, form.AssignmentStatus, form.Reason);
        return restTask(taskRouter.workspace, task, clock.now());
      });

      scope.delete<{ Params: TaskPath }>('/v1/Workspaces/:workspaceSid/Tasks/:taskSid', async (request, reply) => {
        taskRouter.deleteTask(findTask(request.params));
        return reply.code(204).send();
      });
    },
  });
}

function changeStatus(taskRouter: TaskRouter, task: Task, status: string | undefined, reason: string | undefined) {
  if (status === undefined || status === task.assignmentStatus) return;
  const current = task.reservations.at(-1);
  if (status === 'canceled') taskRouter.cancelTask(task, reason ?? '');
  else if (status === 'wrapping' && current) taskRouter.wrapUp(current);
  else if (status === 'completed' && current) taskRouter.complete(current, reason);
  else throw invalidParameter(`Cannot set AssignmentStatus to ${status} from ${task.assignmentStatus}`);
}

function requireJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw invalidParameter('Attributes must be valid JSON');
  }
}
