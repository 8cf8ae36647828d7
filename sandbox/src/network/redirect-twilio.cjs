// Loaded with `node --require` before a program that uses Twilio's official clients, to send what they ask of
// https://<host>.twilio.com/<path> to $SANDBOX_TWILIO_URL/__twilio/<host>.twilio.com/<path>. The program itself is
// unmodified. Does nothing without the variable.
'use strict';

const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

const sandbox = process.env.SANDBOX_TWILIO_URL;
if (sandbox) redirectTwilio(new URL(sandbox));

function redirectTwilio(target) {
  const isTwilio = (host) => /(^|\.)twilio\.com$/i.test(host);
  const emulatedPath = (host, path) => `/__twilio/${host}${path}`;

  // The clients bring TLS agents. Each gets one plain agent with the same limits, so that a client opens as many
  // connections as it would to Twilio and keeps them as long.
  const plainAgents = new WeakMap();
  const defaultAgent = new http.Agent({ keepAlive: true });
  const plainAgent = (agent) => {
    if (agent === false) return false;
    if (!(agent instanceof https.Agent)) return defaultAgent;
    if (!plainAgents.has(agent)) {
      const { keepAlive, keepAliveMsecs, maxSockets, maxTotalSockets, maxFreeSockets, scheduling, timeout } =
        agent.options;
      const options = { keepAlive, keepAliveMsecs, maxSockets, maxTotalSockets, maxFreeSockets, scheduling, timeout };
      const given = Object.entries(options).filter(([, value]) => value !== undefined);
      plainAgents.set(agent, new http.Agent(Object.fromEntries(given)));
    }
    return plainAgents.get(agent);
  };

  /** `https.request` takes (url, options?, callback?) or (options, callback?). */
  const readArguments = (parameters) => {
    const [first, second, third] = parameters;
    if (typeof first !== 'string' && !(first instanceof URL)) {
      const host = first.hostname || String(first.host || '').replace(/:\d+$/, '');
      return { host, options: first, path: first.path || '/', callback: second };
    }
    const url = new URL(first);
    const options = typeof second === 'function' || !second ? {} : second;
    const callback = typeof second === 'function' ? second : third;
    return {
      host: options.hostname || url.hostname,
      options,
      path: options.path || url.pathname + url.search,
      callback,
    };
  };

  const request = https.request;
  https.request = function redirected(...parameters) {
    const { host, options, path, callback } = readArguments(parameters);
    if (!isTwilio(host)) return request.apply(https, parameters);
    const { servername, agents, defaultPort, ...rest } = options;
    return http.request(
      {
        ...rest,
        protocol: target.protocol,
        hostname: target.hostname,
        host: target.hostname,
        port: target.port,
        path: emulatedPath(host, path),
        agent: plainAgent(options.agent),
      },
      callback,
    );
  };
  https.get = function redirectedGet(...parameters) {
    const redirected = https.request(...parameters);
    redirected.end();
    return redirected;
  };
  // So that `import { request } from 'node:https'` sees it too.
  syncBuiltinESMExports();

  const fetch = globalThis.fetch;
  globalThis.fetch = function redirectedFetch(input, init) {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!isTwilio(url.hostname)) return fetch(input, init);
    const emulated = new URL(emulatedPath(url.hostname, url.pathname + url.search), target);
    return fetch(input instanceof Request ? new Request(emulated, input) : emulated, init);
  };
}
