import { z } from 'zod';

/**
 * An object of a stored record. Its fields are checked, and what it does not know is kept: written back by this program,
 * fields of a newer one are still there. Its type says nothing of them, so that no code can come to stand on one. A field
 * that comes later needs a default, so that what was stored before it still opens.
 */
export function storedObject<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strip> {
  return z.looseObject(shape) as unknown as z.ZodObject<S, z.core.$strip>;
}

/**
 * A union on `kind` of which a newer program may know more kinds. One that is not known here is kept as it is, if it has
 * what all of them have; its type says nothing of it. Whoever works with kinds asks `knows` first.
 */
export function storedKinds<U extends KindUnion>(union: U, common: z.ZodRawShape) {
  const kinds = new Set<string>(union.options.map((option) => option.shape.kind.value));
  const knows = ({ kind }: { readonly kind: string }) => kinds.has(kind);
  const other = z.looseObject({ ...common, kind: z.string().refine((kind) => !kinds.has(kind)) });
  return { schema: z.union([union, other]) as unknown as U, knows };
}

type KindUnion = z.ZodType & { readonly options: readonly { readonly shape: { readonly kind: { value: string } } }[] };

/**
 * What a stored shape reads as. Nothing of it can be changed in place, at any depth. Of the large ones an interface is made, so
 * that the compiler says its name rather than all of its fields.
 */
export type Stored<S extends z.ZodType> = DeepReadonly<z.output<S>>;

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
