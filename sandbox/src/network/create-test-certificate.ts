import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface TestCertificate {
  /** PEM. A program that is to believe the emulator gets this as NODE_EXTRA_CA_CERTS. */
  certificate: string;
  /** PEM. Lives in memory alone. */
  key: string;
}

interface SelfSigned {
  generate(attributes: readonly object[], options: object): { cert: string; private: string };
}

/** subjectAltName's kind for a DNS name (RFC 5280, GeneralName). */
const dnsName = 2;

/**
 * Makes a certificate for Twilio's hosts that nobody trusts but who is told to. A wildcard covers one level only, so
 * each level that the tools ask is named.
 * @param toolsFolder where the deploy tools are installed: they bring the library, Node itself signs no certificates.
 */
export function createTestCertificate(toolsFolder: string): TestCertificate {
  const selfSigned = createRequire(join(toolsFolder, 'package.json'))('selfsigned') as SelfSigned;
  const { cert, private: key } = selfSigned.generate([{ name: 'commonName', value: 'Sandbox of twilio.com' }], {
    keySize: 2048,
    days: 2,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: ['*.twilio.com', '*.us1.twilio.com'].map((value) => ({ type: dnsName, value })),
      },
    ],
  });
  return { certificate: cert, key };
}
