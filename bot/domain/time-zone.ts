const known = new Map<string, string | undefined>();

/**
 * A time zone that the runtime knows: an IANA name, or an offset (`+05:30`); undefined: it knows none by that name, as
 * those of Windows. Asking the runtime costs more than the rest of a sentence.
 */
export function knownZone(name: string): string | undefined {
  if (known.has(name)) return known.get(name);
  const zone = /^[A-Za-z0-9_+:/-]{1,64}$/u.test(name) && knownToRuntime(name) ? name : undefined;
  // Names come from outside: a stranger must not be able to fill the memory with them.
  if (known.size < 2_000) known.set(name, zone);
  return zone;
}

function knownToRuntime(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The offset of a moment as a client writes it (`2026-11-23T13:05:00+01:00`), as a zone; undefined: it says none. */
export function offsetZone(localTimestamp: string): string | undefined {
  const [, offset] = /T\d\d:\d\d[\d:.,]*([+-]\d\d:\d\d)$/u.exec(localTimestamp.slice(0, 64)) ?? [];
  return offset && knownZone(offset);
}

/** As people are told of it: an offset alone would look like a time. */
export function zoneName(zone: string): string {
  return /^[+-]/u.test(zone) ? `UTC${zone}` : zone;
}
