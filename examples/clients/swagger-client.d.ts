// swagger-client has no types: it makes its functions of the document when it runs.
declare module 'swagger-client';
