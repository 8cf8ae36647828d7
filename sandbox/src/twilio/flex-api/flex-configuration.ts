import type { Workspace } from '../task-router/task-router-state';

export interface FlexConfigurationOptions {
  workspace: Workspace;
  chatServiceSid: string;
  flexInstanceSid: string;
  /** `ui_attributes` of the project: what plugins read. */
  uiAttributes: Readonly<Record<string, unknown>>;
  serverlessServiceSids: readonly string[];
  createdAt: Date;
}

/**
 * The Flex project's configuration, as `@twilio/flex-ui` 2.17.1 needs it to start without voice and analytics.
 * https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 */
export function flexConfiguration(options: FlexConfigurationOptions) {
  const { workspace, chatServiceSid, createdAt } = options;
  return {
    account_sid: workspace.accountSid,
    // What an agent may do beside ending a chat.
    agent_conv_end_methods: { enabled: ['Leave'] },
    attributes: {},
    call_recording_enabled: false,
    call_recording_webhook_url: null,
    channel_configs: [],
    chat_service_instance_sid: chatServiceSid,
    citrix_voice_vdi: null,
    crm_attributes: null,
    crm_enabled: false,
    crm_callback_url: null,
    crm_fallback_url: null,
    crm_type: null,
    date_created: createdAt.toISOString(),
    date_updated: createdAt.toISOString(),
    debugger_integration: null,
    flex_insights_drilldown: false,
    flex_insights_hr: null,
    flex_instance_sid: options.flexInstanceSid,
    flex_service_instance_sid: chatServiceSid,
    flex_ui_status_report: null,
    flex_url: null,
    integrations: [],
    markdown: { enabled: true, mode: 'readOnly' },
    messaging_service_instance_sid: null,
    notifications: { enabled: false, mode: 'whenNotInFocus' },
    offline_config: null,
    outbound_call_flows: {},
    plugin_service_attributes: {},
    plugin_service_enabled: true,
    public_attributes: {},
    queue_stats_configuration: null,
    runtime_domain: 'https://sandbox.twil.io',
    serverless_service_sids: options.serverlessServiceSids,
    service_version: '1.0',
    status: 'ok',
    taskrouter_offline_activity_sid: workspace.activities[0].sid,
    taskrouter_skills: [],
    taskrouter_target_taskqueue_sid: workspace.taskQueue.sid,
    taskrouter_target_workflow_sid: workspace.workflow.sid,
    taskrouter_taskqueues: [],
    taskrouter_worker_attributes: {},
    taskrouter_worker_channels: {},
    taskrouter_workspace_sid: workspace.workspaceSid,
    ui_attributes: {
      // Without the first Flex refuses to start; without the second it asks for a microphone.
      version_compatibility: 'yes',
      disableBrowserVoice: true,
      version_message: '',
      enableClientCalling: false,
      logLevel: 'warn',
      language: 'en-US',
      ...options.uiAttributes,
    },
    ui_dependencies: {},
    ui_language: 'en-US',
    ui_version: '2.17.1',
    url: 'https://flex-api.twilio.com/v1/Configuration',
  };
}
