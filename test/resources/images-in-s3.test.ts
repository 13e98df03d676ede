import { credentials, startS3 } from '../storage/storages.ts';
import { testImages } from './images-suite.ts';

const { endpoint } = await startS3();
await testImages({
  IMAGES_URL: `s3://test/images?endpoint=${endpoint}`,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});
