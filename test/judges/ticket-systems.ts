import { z } from 'zod';

/*
 * The shapes of what the examples of TICKET-SYSTEMS.md call, written down from the public documentation.
 */

/**
 * Columns of ServiceNow's table `incident`, and the choices they come with. Source: ServiceNow product documentation, "Incident
 * management", "Incident form" and "Table API" (choices are stored as numbers in text: state 1 New, 2 In Progress, 3 On Hold,
 * 6 Resolved, 7 Closed, 8 Canceled; urgency 1 High, 2 Medium, 3 Low). Lengths: the dictionary of the base system.
 */
export const incident = z.strictObject({
  sys_id: z.string().regex(/^[0-9a-f]{32}$/),
  correlation_id: z.string().max(100).optional(),
  correlation_display: z.string().max(100).optional(),
  short_description: z.string().min(1).max(160),
  description: z.string().max(4000).optional(),
  urgency: z.enum(['1', '2', '3']).optional(),
  caller_id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  state: z.enum(['1', '2', '3', '6', '7', '8']).optional(),
  close_code: z.string().max(40).optional(),
  close_notes: z.string().max(1000).optional(),
  work_notes: z.string().max(4000).optional(),
});

/** Source: Atlassian, "Atlassian Document Format", document structure, nodes `doc`, `paragraph`, `text` (its JSON schema: text is not empty). */
const adf = z.strictObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(
    z.strictObject({
      type: z.literal('paragraph'),
      content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })),
    }),
  ),
});

/** By path below `/rest/api/3/`. Source: Atlassian, "The Jira Cloud platform REST API" v3: Create issue, Add comment, Search by JQL (POST). */
export const jiraRequests: readonly (readonly [path: RegExp, shape: z.ZodType])[] = [
  [
    /^issue$/,
    z.strictObject({
      fields: z.strictObject({
        project: z.strictObject({ key: z.string().regex(/^[A-Z][A-Z0-9_]+$/) }),
        issuetype: z.strictObject({ name: z.string().min(1) }),
        summary: z
          .string()
          .min(1)
          .max(255)
          .regex(/^[^\n]*$/),
        description: adf,
        labels: z.array(z.string().regex(/^\S{1,255}$/)),
      }),
    }),
  ],
  [/^issue\/[A-Z][A-Z0-9_]+-\d+\/comment$/, z.strictObject({ body: adf })],
  [
    /^search\/jql$/,
    z.strictObject({ jql: z.string().min(1), fields: z.array(z.string()), maxResults: z.number().int().max(5000) }),
  ],
];
