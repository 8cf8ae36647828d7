import type {
  ResourceVersion,
  ServerlessBuild,
  ServerlessEnvironment,
  ServerlessResource,
  ServerlessService,
} from './serverless-state';

const base = 'https://serverless.twilio.com/v1';
const born = new Date().toISOString();

/** What every resource's answer carries beside its own fields. */
export interface Described {
  account_sid: string;
  date_created: string;
  date_updated: string;
}

export const described = (accountSid: string): Described => ({
  account_sid: accountSid,
  date_created: born,
  date_updated: born,
});

export function serviceJson(accountSid: string, service: ServerlessService) {
  const url = `${base}/Services/${service.sid}`;
  const link = (name: string) => `${url}/${name}`;
  return {
    ...described(accountSid),
    ...service,
    domain_base: service.unique_name,
    url,
    links: {
      environments: link('Environments'),
      functions: link('Functions'),
      assets: link('Assets'),
      builds: link('Builds'),
    },
  };
}

export function environmentJson(accountSid: string, environment: ServerlessEnvironment) {
  const url = `${base}/Services/${environment.service_sid}/Environments/${environment.sid}`;
  return {
    ...described(accountSid),
    ...environment,
    url,
    links: { variables: `${url}/Variables`, deployments: `${url}/Deployments`, logs: `${url}/Logs` },
  };
}

export function resourceJson(accountSid: string, { kind, ...resource }: ServerlessResource) {
  const url = `${base}/Services/${resource.service_sid}/${kind}/${resource.sid}`;
  return { ...described(accountSid), ...resource, url, links: { versions: `${url}/Versions` } };
}

export function versionJson(accountSid: string, version: ResourceVersion) {
  const { kind, sid, service_sid, resource_sid, path, visibility } = version;
  const owner = kind === 'Functions' ? { function_sid: resource_sid } : { asset_sid: resource_sid };
  return {
    account_sid: accountSid,
    date_created: born,
    sid,
    service_sid,
    ...owner,
    path,
    visibility,
    url: `${base}/Services/${service_sid}/${kind}/${resource_sid}/Versions/${sid}`,
  };
}

export function buildJson(accountSid: string, build: ServerlessBuild) {
  const { sid, service_sid, status, runtime, dependencies, versions } = build;
  const url = `${base}/Services/${service_sid}/Builds/${sid}`;
  const ofKind = (kind: ResourceVersion['kind']) =>
    versions.filter((version) => version.kind === kind).map((version) => versionJson(accountSid, version));
  return {
    ...described(accountSid),
    sid,
    service_sid,
    status,
    runtime,
    dependencies,
    function_versions: ofKind('Functions'),
    asset_versions: ofKind('Assets'),
    url,
    links: { build_status: `${url}/Status` },
  };
}
