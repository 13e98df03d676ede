// A frontend in plain TypeScript: every page is one call to the API. Run it beside a server that runs:
//   npx tsx examples/site/main.ts http://127.0.0.1:3000
// A second argument is the port to listen on (4000).
import { createSite } from './site.ts';

const [address = 'http://127.0.0.1:3000', port = '4000'] = process.argv.slice(2);
createSite(address).listen(Number(port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${port} shows ${address}`);
});
