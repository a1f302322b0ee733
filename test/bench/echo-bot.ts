import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  type Request,
  type Response,
} from 'botbuilder';
import restify from 'restify';
import { tellPort } from './telling.ts';

// Word for word what Microsoft's sample 02.echo-bot does: the measure for our own.
class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const replyText = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(replyText, replyText));
      await next();
    });
  }
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser());

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();

server.post('/api/messages', async (request: unknown, response: unknown) => {
  await adapter.process(request as Request, response as Response, (context) => bot.run(context));
});

server.listen(0, '127.0.0.1', () => tellPort(server.address().port));
