import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import type { ResourceVersion, ServerlessState } from '../twilio/serverless-api/serverless-state';

/** What is deployed in an environment: the versions of its build. */
export interface DeployedFunctions {
  serviceSid: string;
  environmentSid: string;
  domain: string;
  versions: readonly ResourceVersion[];
}

export interface ExpectedFunctions {
  /** The Functions' entry points, as `studio/on-message.protected.ts`. */
  sources: readonly string[];
  /** serverless/.env, as the admin filled it in. */
  environment: Readonly<Record<string, string>>;
  /** Texts that may be in no bundle: secrets, this machine's paths. */
  forbidden: readonly string[];
  /** The lock file of the clone. */
  lockFile: string;
}

/** Credentials that Twilio itself puts into the context: the tool uses them and does not register them. */
const ownByTwilio = ['ACCOUNT_SID', 'AUTH_TOKEN'];
/** Asked for by `pg` inside a try: its absence is fine. */
const optionalPackages = ['pg-native'];

/** Checks what `twilio serverless:deploy` uploaded and registered. @throws AssertionError saying what is wrong. */
export function checkFunctions(state: ServerlessState, expected: ExpectedFunctions): DeployedFunctions {
  const service = state.services.find(({ unique_name }) => unique_name === 'discord-channel');
  assert.ok(service, 'no service "discord-channel" was created');
  assert.ok(service.include_credentials, 'the service does not give its Functions the credentials');
  const [environment, ...others] = state.environments.filter(({ service_sid }) => service_sid === service.sid);
  assert.ok(environment && others.length === 0, 'there is not exactly one environment');
  const build = state.builds.find(({ sid }) => sid === environment.build_sid);
  assert.ok(build, 'the environment has no build: nothing is deployed');
  assert.equal(build.runtime, 'node22');

  const wanted = expected.sources.map(readSource).sort();
  const uploaded = build.versions.map(({ path, visibility }) => `${visibility} ${path}`).sort();
  assert.deepEqual(uploaded, wanted, 'the paths and visibilities are not those of the sources');

  const names = build.dependencies.map(({ name }) => name);
  checkDependencies(build.dependencies, expected.lockFile);
  for (const version of build.versions) {
    checkRequires(version, names);
    for (const text of expected.forbidden) {
      assert.ok(!version.content.includes(text), `${version.path} contains "${text.slice(0, 12)}..."`);
    }
  }
  const variables = state.variables.filter(({ environment_sid }) => environment_sid === environment.sid);
  const registered = Object.fromEntries(variables.map(({ key, value }) => [key, value]));
  const own = Object.entries(expected.environment).filter(([key]) => !ownByTwilio.includes(key));
  assert.deepEqual(registered, Object.fromEntries(own), 'the variables are not those of serverless/.env');
  return {
    serviceSid: service.sid,
    environmentSid: environment.sid,
    domain: environment.domain_name,
    versions: build.versions,
  };
}

/** `studio/on-message.protected.ts` is `protected /studio/on-message`. */
function readSource(file: string): string {
  const [, path, visibility = 'public'] = /^(.*?)(?:\.(protected|private))?\.ts$/.exec(file) ?? [];
  return `${visibility} /${path}`;
}

/** Twilio installs the dependencies from the registry: a package of this repository would fail the build there. */
function checkDependencies(dependencies: readonly { name: string; version: string }[], lockFile: string): void {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
    packages: Record<string, { version?: string; link?: boolean }>;
  };
  for (const { name, version } of dependencies) {
    const locked = packages[`node_modules/${name}`];
    assert.ok(locked && !locked.link, `the dependency ${name} is not a package of the registry`);
    assert.equal(version, locked.version, `the dependency ${name} is not pinned to what is tested here`);
  }
}

function checkRequires({ path, content }: ResourceVersion, dependencies: readonly string[]): void {
  for (const [, name = ''] of content.toString().matchAll(/\brequire\("([^".][^"]*)"\)/g)) {
    const packageName = name.split('/', name.startsWith('@') ? 2 : 1).join('/');
    const known = isBuiltin(name) || dependencies.includes(packageName) || optionalPackages.includes(packageName);
    assert.ok(known, `${path} requires "${name}", which Twilio will not have installed`);
  }
}
