import { z } from 'zod';

/**
 * An object whose fields are checked as ever, and which keeps what it does not know: written back by this program, fields
 * of a newer one are still there. Its type says nothing of them, so that no code can come to stand on one.
 */
export function kept<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strip> {
  return z.looseObject(shape) as unknown as z.ZodObject<S, z.core.$strip>;
}
