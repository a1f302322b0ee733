import { gatewayDelivery } from '../../bot/providers/delivery/gateway/gateway.ts';
import { gatewaySecret, startGateway } from '../support/fake-gateway.ts';
import { templateOf } from '../support/gateway-template.ts';
import { deliveryContract } from './delivery.ts';

deliveryContract('a gateway', async (t) => {
  const fake = await startGateway(t);
  const settings = {
    url: `${fake.origin}/send`,
    header: { name: 'Authorization', value: gatewaySecret },
    channels: ['text', 'call'] as const,
    template: templateOf(),
  };
  return {
    delivery: gatewayDelivery(settings, Date.now),
    arrived: async () => fake.arrived(),
    fail: () => fake.stop(),
  };
});
