import type { z } from 'zod';

/** A type as a schema can state it: `readonly` says nothing about the shape of a document. */
type Shape<T> = T extends readonly (infer Item)[]
  ? readonly Shape<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Shape<T[Key]> }
    : T;

/**
 * A schema that allows exactly what the type has. A field, a literal or a member of a union that only one of the two
 * knows does not compile.
 */
export function exactly<T>() {
  return <S extends z.ZodType<T>>(schema: S & ([T] extends [Shape<z.output<S>>] ? unknown : never)): z.ZodType<T> =>
    schema;
}
