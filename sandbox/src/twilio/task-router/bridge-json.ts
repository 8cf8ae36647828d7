import type { Activity, Reservation, Task, Worker } from './model';
import type { Workspace } from './task-router-state';

// How the event bridge writes TaskRouter's resources: snake_case, times in seconds. Fields as the client
// library `twilio-taskrouter` requires them (its `*Properties` lists); it refuses a resource that lacks one.

const seconds = (date: Date) => Math.floor(date.getTime() / 1_000);

export function bridgeActivity(workspace: Workspace, activity: Activity, since: Date) {
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: activity.sid,
    friendly_name: activity.friendlyName,
    available: activity.available,
    date_created: seconds(since),
    date_updated: seconds(since),
  };
}

export function bridgeWorker(workspace: Workspace, worker: Worker) {
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    attributes: worker.attributes,
    activity_sid: worker.activity.sid,
    activity_name: worker.activity.friendlyName,
    available: worker.activity.available,
    date_created: seconds(worker.dateCreated),
    date_updated: seconds(worker.dateUpdated),
    date_status_changed: seconds(worker.dateStatusChanged),
    version: String(worker.version),
  };
}

export function bridgeChannel(workspace: Workspace, worker: Worker) {
  const free = worker.capacity - worker.occupying.size;
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: worker.channelSid,
    worker_sid: worker.sid,
    task_channel_sid: workspace.taskChannel.sid,
    task_channel_unique_name: workspace.taskChannel.uniqueName,
    assigned_tasks: worker.occupying.size,
    available: free > 0,
    available_capacity_percentage: Math.round((100 * free) / worker.capacity),
    configured_capacity: worker.capacity,
    date_created: seconds(worker.dateCreated),
    date_updated: seconds(worker.dateUpdated),
    last_reserved_time: worker.lastReservedAt ? seconds(worker.lastReservedAt) : 0,
  };
}

export function bridgeTaskQueue(workspace: Workspace, since: Date) {
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: workspace.taskQueue.sid,
    friendly_name: workspace.taskQueue.friendlyName,
    target_workers: '1==1',
    max_reserved_workers: 1,
    task_order: 'FIFO',
    lifo_queue: false,
    reservation_activity_name: null,
    reservation_activity_sid: null,
    assignment_activity_name: null,
    assignment_activity_sid: null,
    date_created: seconds(since),
    date_updated: seconds(since),
  };
}

export function bridgeTask(workspace: Workspace, task: Task, now: Date) {
  return {
    addons: '{}',
    age: seconds(now) - seconds(task.dateCreated),
    assignment_status: task.assignmentStatus,
    attributes: task.attributes,
    date_created: seconds(task.dateCreated),
    date_updated: seconds(task.dateUpdated),
    priority: task.priority,
    queue_name: workspace.taskQueue.friendlyName,
    queue_sid: workspace.taskQueue.sid,
    reason: task.reason,
    routing_target: null,
    sid: task.sid,
    task_channel_sid: workspace.taskChannel.sid,
    task_channel_unique_name: workspace.taskChannel.uniqueName,
    timeout: task.timeout,
    version: String(task.version),
    virtual_start_time: seconds(task.dateCreated),
    workflow_name: workspace.workflow.friendlyName,
    workflow_sid: workspace.workflow.sid,
  };
}

export function bridgeReservation(workspace: Workspace, reservation: Reservation, now: Date) {
  return {
    account_sid: workspace.accountSid,
    workspace_sid: workspace.workspaceSid,
    sid: reservation.sid,
    worker_sid: reservation.worker.sid,
    reservation_status: reservation.status,
    reservation_timeout: workspace.reservationTimeout,
    date_created: seconds(reservation.dateCreated),
    date_updated: seconds(reservation.dateUpdated),
    version: String(reservation.version),
    task: bridgeTask(workspace, reservation.task, now),
  };
}
