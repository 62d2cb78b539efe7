/** The nearest thing to a limit: reads a request's JSON and writes the frames of a recorded run, one by one. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const [, , recording = ''] = process.argv;
const frames = readFileSync(recording, 'utf8')
  .split('\n\n')
  .filter((frame) => frame !== '')
  .map((frame) => `${frame}\n\n`);

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    JSON.parse(body);
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const frame of frames) response.write(frame);
    response.end();
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
