import { testImages } from './images-suite.ts';

// In a folder.
await testImages();
