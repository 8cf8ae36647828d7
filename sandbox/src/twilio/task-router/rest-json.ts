import type { Task } from './model';
import type { Workspace } from './task-router-state';

/** A task as the REST API writes it. https://www.twilio.com/docs/taskrouter/api/task#task-properties */
export function restTask(workspace: Workspace, task: Task, now: Date) {
  const url = `https://taskrouter.twilio.com/v1/Workspaces/${workspace.workspaceSid}/Tasks/${task.sid}`;
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: task.sid,
    age: Math.floor((now.getTime() - task.dateCreated.getTime()) / 1_000),
    assignment_status: task.assignmentStatus,
    attributes: task.attributes,
    addons: '{}',
    date_created: isoSeconds(task.dateCreated),
    date_updated: isoSeconds(task.dateUpdated),
    task_queue_entered_date: isoSeconds(task.dateCreated),
    virtual_start_time: isoSeconds(task.dateCreated),
    priority: task.priority,
    reason: task.reason,
    timeout: task.timeout,
    task_queue_sid: workspace.taskQueue.sid,
    task_queue_friendly_name: workspace.taskQueue.friendlyName,
    workflow_sid: workspace.workflow.sid,
    workflow_friendly_name: workspace.workflow.friendlyName,
    task_channel_sid: workspace.taskChannel.sid,
    task_channel_unique_name: workspace.taskChannel.uniqueName,
    ignore_capacity: false,
    routing_target: null,
    url,
    links: { workspace: url.replace(/\/Tasks.*/, ''), reservations: `${url}/Reservations` },
  };
}

/** The queue as the REST API writes it. https://www.twilio.com/docs/taskrouter/api/task-queue#taskqueue-properties */
export function restTaskQueue(workspace: Workspace) {
  const url = `https://taskrouter.twilio.com/v1/Workspaces/${workspace.workspaceSid}/TaskQueues/${workspace.taskQueue.sid}`;
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: workspace.taskQueue.sid,
    friendly_name: workspace.taskQueue.friendlyName,
    target_workers: '1==1',
    task_order: 'FIFO',
    max_reserved_workers: 1,
    assignment_activity_sid: null,
    assignment_activity_name: null,
    reservation_activity_sid: null,
    reservation_activity_name: null,
    date_created: '2026-01-01T00:00:00Z',
    date_updated: '2026-01-01T00:00:00Z',
    url,
    links: { workspace: url.replace(/\/TaskQueues.*/, ''), statistics: `${url}/Statistics` },
  };
}

const isoSeconds = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
