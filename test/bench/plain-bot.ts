import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type Request,
  type Response,
} from 'botbuilder';
import restify from 'restify';
import { tellPort } from './telling.ts';

/*
 * Wired as Microsoft's samples of the SDK are: restify's body parser, an adapter nobody guards, and BotState. It counts the
 * messages of a chat and tells the count.
 */

const state = new ConversationState(new MemoryStorage());
const counter = state.createProperty<{ count: number }>('counter');

class CountingBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const counted = await counter.get(context, { count: 0 });
      counted.count += 1;
      await context.sendActivity(`count ${counted.count}`);
      await next();
    });
    this.onDialog(async (context, next) => {
      await state.saveChanges(context);
      await next();
    });
  }
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser());

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new CountingBot();

server.post('/api/messages', async (request: unknown, response: unknown) => {
  await adapter.process(request as Request, response as Response, (context) => bot.run(context));
});

server.listen(0, '127.0.0.1', () => tellPort(server.address().port));
