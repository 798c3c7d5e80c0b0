/** Serves ui/dist with the headers of the desktop app, so that a browser refuses what the app would. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** @param {string} nonce */
function policy(nonce) {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    'connect-src ipc: http://ipc.localhost',
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Starts serving on a free port.
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve() {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path === '/' ? '/index.html' : path;
    readFile(join(dist, file)).then(
      (bytes) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        /** @type {Record<string, string>} */
        const headers = { 'content-type': type };
        let body = bytes;
        if (file === '/index.html') {
          const nonce = randomBytes(16).toString('base64');
          headers['content-security-policy'] = policy(nonce);
          body = Buffer.from(bytes.toString().replace('<style>', `<style nonce="${nonce}">`));
        }
        response.writeHead(200, headers).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
