import { type GatewayTemplate, readTemplate, usualTemplate } from '../../bot/providers/delivery/gateway/settings.ts';

/** A template that is known to be right. */
export function templateOf(text = usualTemplate): GatewayTemplate {
  const read = readTemplate(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.value;
}
