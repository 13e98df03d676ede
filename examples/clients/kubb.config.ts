import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';

export default defineConfig({
  input: { path: 'openapi.json' },
  output: { path: 'generated' },
  plugins: [
    pluginOas({ validate: false, generators: [] }),
    pluginTs(),
    pluginClient({
      client: 'fetch',
      dataReturnType: 'full',
      baseURL: process.env.POSTIL_URL ?? 'http://127.0.0.1:3000',
    }),
  ],
});
