// For `npx flex-plugin start`: copy to appConfig.js (not in git). In production this comes from the Flex configuration.
window.appConfig = {
  pluginService: { enabled: true, url: '/plugins' },
  logLevel: 'info',
  // Where the Functions run. Over HTTPS, or on this very machine.
  discord_channel: { functions_url: 'http://localhost:3000' },
};
