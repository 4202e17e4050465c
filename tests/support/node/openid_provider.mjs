// SPDX-License-Identifier: Apache-2.0
// A provider of OpenID Connect on 127.0.0.1, for tests: node openid_provider.mjs [JWK]
//
// Prints its port, and ends when its standard input does. Whoever comes is signed in at once, as the
// account that GET /account?sub=… named last; GET /approve?user_code=… approves a device.
import http from 'node:http';
import { Provider } from 'oidc-provider';

console.warn = console.info = () => {};
let account = 'sub-1';
const key = process.argv[2];
const clients = [{
  client_id: 'dcadmin', client_secret: 'een-geheim/met:tekens', application_type: 'native',
  redirect_uris: ['http://127.0.0.1/callback'], response_types: ['code'],
  grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'],
}];
if (key) {
  clients.push({ ...clients[0], client_id: 'dcadmin-key', client_secret: undefined,
    token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [JSON.parse(key)] },
    token_endpoint_auth_signing_alg: 'ES256' });
}

const server = http.createServer((request, response) => handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients,
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false }, deviceFlow: { enabled: true } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    pkce: { required: () => true },
  });
  const callback = provider.callback();

  async function grant(clientId) {
    const made = new provider.Grant({ accountId: account, clientId });
    made.addOIDCScope('openid');
    return made.save();
  }

  handle = async (request, response) => {
    const url = new URL(request.url, provider.issuer);
    if (url.pathname === '/account') {
      account = url.searchParams.get('sub');
      response.end();
    } else if (url.pathname === '/approve') {
      const code = await provider.DeviceCode.findByUserCode(
        url.searchParams.get('user_code').replaceAll('-', ''));
      Object.assign(code, { accountId: account, grantId: await grant(code.clientId),
        authTime: Math.floor(Date.now() / 1000), scope: 'openid' });
      await code.save();
      response.end();
    } else if (url.pathname.startsWith('/interaction/')) {
      const { prompt, params } = await provider.interactionDetails(request, response);
      const result = prompt.name === 'login'
        ? { login: { accountId: account } }
        : { consent: { grantId: await grant(params.client_id) } };
      await provider.interactionFinished(request, response, result,
        { mergeWithLastSubmission: true });
    } else {
      callback(request, response);
    }
  };
  process.stdout.write(`${port}\n`);
});
let handle = () => {};
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
