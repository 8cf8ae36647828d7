/** What an account has in Twilio Serverless. Names are those of the API's answers. */
export interface ServerlessService {
  sid: string;
  unique_name: string;
  friendly_name: string;
  include_credentials: boolean;
  ui_editable: boolean;
}

export interface ServerlessEnvironment {
  sid: string;
  service_sid: string;
  unique_name: string;
  domain_suffix: string | null;
  domain_name: string;
  build_sid: string | null;
}

/** A Function or an Asset: a name to which versions are uploaded. */
export interface ServerlessResource {
  kind: ResourceKind;
  sid: string;
  service_sid: string;
  friendly_name: string;
}

export type ResourceKind = 'Functions' | 'Assets';

export interface ResourceVersion {
  kind: ResourceKind;
  sid: string;
  service_sid: string;
  resource_sid: string;
  /** Where it is served: `/studio/on-message`. */
  path: string;
  visibility: 'public' | 'protected' | 'private';
  contentType: string;
  content: Buffer;
}

export interface ServerlessBuild {
  sid: string;
  service_sid: string;
  status: 'building' | 'completed';
  runtime: string;
  dependencies: readonly { name: string; version: string }[];
  versions: readonly ResourceVersion[];
  /** How often its status was asked: a build takes a moment. */
  asked: number;
}

export interface ServerlessVariable {
  sid: string;
  service_sid: string;
  environment_sid: string;
  key: string;
  value: string;
}

export interface ServerlessDeployment {
  sid: string;
  service_sid: string;
  environment_sid: string;
  build_sid: string;
}

export interface ServerlessState {
  readonly services: ServerlessService[];
  readonly environments: ServerlessEnvironment[];
  readonly resources: ServerlessResource[];
  readonly versions: ResourceVersion[];
  readonly builds: ServerlessBuild[];
  readonly variables: ServerlessVariable[];
  readonly deployments: ServerlessDeployment[];
}

/** An account that has deployed nothing yet. */
export function createServerlessState(): ServerlessState {
  return { services: [], environments: [], resources: [], versions: [], builds: [], variables: [], deployments: [] };
}
