export default {
  postil: {
    input: 'openapi.json',
    output: {
      target: 'generated/api.ts',
      client: 'fetch',
      baseUrl: process.env.POSTIL_URL ?? 'http://127.0.0.1:3000',
    },
  },
};
