import { newSid } from '../rest/new-sid';
import type { TaskRouterEvent } from '../task-router/model';
import type { Workspace } from '../task-router/task-router-state';

/** An event as Event Streams posts it. https://www.twilio.com/docs/events/event-delivery#cloudevents-specification */
export interface CloudEvent {
  specversion: '1.0';
  type: string;
  source: string;
  /** EZ...: the same for every delivery of the event. */
  id: string;
  dataschema: string;
  datacontenttype: 'application/json';
  time: string;
  data: Readonly<Record<string, unknown>>;
}

/**
 * Writes a TaskRouter event as `TaskRouter.WDSEvent`: an envelope of TaskRouter's own with the facts flat and in
 * snake_case under `payload`. https://www.twilio.com/docs/events/event-types/taskrouter
 */
export function taskRouterCloudEvent(workspace: Workspace, event: TaskRouterEvent): CloudEvent {
  const time = event.at.toISOString();
  return {
    specversion: '1.0',
    type: `com.twilio.taskrouter.${event.type}`,
    source: `/v1/Workspaces/${workspace.workspaceSid}/Events/${event.sid}`,
    id: newSid('EZ'),
    dataschema: 'https://events-schemas.twilio.com/TaskRouter.WDSEvent/4',
    datacontenttype: 'application/json',
    time,
    data: {
      sid: event.sid,
      name: event.type,
      account_sid: workspace.accountSid,
      timestamp: time,
      level: 'INFO',
      group: event.type.replace(/\..*$/, ''),
      product_name: 'TaskRouter',
      publisher: 'Flex Task Assignment',
      publisher_metadata: '{}',
      payload_type: 'application/json',
      payload: {
        sid: event.sid,
        eventtype: event.type,
        account_sid: workspace.accountSid,
        timestamp: time,
        workspace_sid: workspace.workspaceSid,
        workspace_name: 'Flex Task Assignment',
        ...resourceFacts(event),
        ...taskFacts(workspace, event),
        ...reservationFacts(event),
        ...workerFacts(event),
      },
    },
  };
}

function resourceFacts({ reservation, task, worker, type }: TaskRouterEvent) {
  const resource = reservation ?? task ?? worker;
  return {
    resource_type: type.startsWith('workflow') ? 'workflow' : type.replace(/\..*$/, ''),
    resource_sid: resource?.sid,
  };
}

function taskFacts(workspace: Workspace, { task, at }: TaskRouterEvent) {
  if (!task) return {};
  const ended = task.assignmentStatus === 'completed' || task.assignmentStatus === 'canceled';
  return {
    task_sid: task.sid,
    task_attributes: task.attributes,
    task_age: Math.floor((at.getTime() - task.dateCreated.getTime()) / 1_000),
    task_date_created: task.dateCreated.toISOString(),
    task_priority: task.priority,
    task_assignment_status: task.assignmentStatus,
    ...(ended && { reason: task.reason, [`task_${task.assignmentStatus}_reason`]: task.reason }),
    task_version: task.version,
    task_channel_sid: workspace.taskChannel.sid,
    task_channel_unique_name: workspace.taskChannel.uniqueName,
    task_queue_sid: workspace.taskQueue.sid,
    task_queue_name: workspace.taskQueue.friendlyName,
    task_queue_entered_date: task.dateCreated.toISOString(),
    workflow_sid: workspace.workflow.sid,
    workflow_name: workspace.workflow.friendlyName,
  };
}

function reservationFacts({ reservation }: TaskRouterEvent) {
  return reservation ? { reservation_sid: reservation.sid, reservation_version: reservation.version } : {};
}

function workerFacts({ worker }: TaskRouterEvent) {
  if (!worker) return {};
  return {
    worker_sid: worker.sid,
    worker_name: worker.friendlyName,
    worker_attributes: worker.attributes,
    worker_activity_sid: worker.activity.sid,
    worker_activity_name: worker.activity.friendlyName,
    worker_channel_capacity: worker.capacity,
    worker_channel_task_count: worker.occupying.size,
  };
}
