// Starts Flex in the page. `?theme=dark` shows it as an agent who chose the dark theme sees it.
import { world } from '../world';

interface FlexGlobal {
  Twilio: { Flex: { runDefault(configuration: object, container: string): Promise<unknown> } };
}

const themeKey = 'sandbox-flex-theme';
const chosenTheme = new URLSearchParams(location.search).get('theme');
// Flex drops the query when it has read its token from it: the choice must outlive that.
if (chosenTheme) sessionStorage.setItem(themeKey, chosenTheme);

const configuration = {
  logLevel: 'warn',
  sso: { accountSid: world.twilio.accountSid },
  pluginService: { enabled: true, url: '/plugins' },
  theme: { isLight: sessionStorage.getItem(themeKey) !== 'dark' },
};

(window as unknown as FlexGlobal).Twilio.Flex.runDefault(configuration, '#container').catch((error: Error) => {
  document.body.textContent = `Flex UI did not start: ${error.message}`;
});
