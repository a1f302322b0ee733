import { z } from 'zod';

/* The parts of the documents that our own rules look at. The whole shape is the official schema's business. */

const command = z.object({ title: z.string(), description: z.string() });
const scope = z.enum(['personal', 'team', 'groupChat', 'copilot']);

export const teamsManifest = z.object({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(scope),
      commandLists: z.array(z.object({ scopes: z.array(scope), commands: z.array(command) })),
    }),
  ),
  staticTabs: z.array(
    z.object({
      entityId: z.string(),
      name: z.string().optional(),
      contentUrl: z.string().optional(),
      websiteUrl: z.string().optional(),
    }),
  ),
  supportsChannelFeatures: z.string().optional(),
  authorization: z
    .object({ permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })).default([]) }) })
    .optional(),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});
export type TeamsManifest = z.infer<typeof teamsManifest>;

/** A language file: the place of a text in the manifest (`staticTabs[1].name`), and the text. */
export const translation = z.record(z.string(), z.string());
export type Translation = z.infer<typeof translation>;

/** Every text of the manifest that people read, by its place. Teams shows the default language where one is not translated. */
export function textsOf(manifest: TeamsManifest): Translation {
  const texts: Record<string, string> = {
    'name.short': manifest.name.short,
    'name.full': manifest.name.full,
    'description.short': manifest.description.short,
    'description.full': manifest.description.full,
  };
  for (const [bot, { commandLists }] of manifest.bots.entries()) {
    for (const [list, { commands }] of commandLists.entries()) {
      for (const [place, { title, description }] of commands.entries()) {
        const command = `bots[${bot}].commandLists[${list}].commands[${place}]`;
        texts[`${command}.title`] = title;
        texts[`${command}.description`] = description;
      }
    }
  }
  for (const [place, { name }] of manifest.staticTabs.entries()) {
    if (name !== undefined) texts[`staticTabs[${place}].name`] = name;
  }
  return texts;
}
