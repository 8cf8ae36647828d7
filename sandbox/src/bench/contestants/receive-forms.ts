import { createServer } from 'node:http';
import { parse } from 'node:querystring';

/** A web server that answers 204 to every form and hands it on: neither contestant checks or keeps anything. */
export function receiveForms(port: number, onForm: (fields: Readonly<Record<string, string>>) => void): void {
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(204).end();
      if (request.method === 'POST') onForm(parse(Buffer.concat(chunks).toString('utf8')) as Record<string, string>);
    });
  }).listen(port, '127.0.0.1');
}
