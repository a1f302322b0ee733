import { embeddedDirectory } from '../../bot/providers/directory/embedded/embedded.ts';
import { directoryContract } from './directory.ts';

directoryContract('the embedded directory', async (_t, people) => embeddedDirectory(people));
