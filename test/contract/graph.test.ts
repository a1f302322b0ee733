import { graphBench } from '../support/graph-parts.ts';
import { goodTenant, listedPerson } from '../support/graph-tenant.ts';
import { directoryContract } from './directory.ts';

directoryContract(
  'the Graph directory',
  async (t, people) => {
    const { directory } = await graphBench(t, { ...goodTenant(), people: people.flatMap(listedPerson) });
    return directory;
  },
  { registration: 'elsewhere' },
);
