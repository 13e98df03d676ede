import { rules } from '../../validation/rules.ts';

const shape =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * Reads a day or a moment as notes have them: `2024-05-20`, `2024-05-20 10:00:00 +0900`, ISO 8601. What is without an
 * offset is UTC, what is without a time begins at midnight.
 * @returns ISO 8601 in UTC with milliseconds; null when it is no such moment
 */
export function readMoment(text: string): string | null {
  const parts = shape.exec(text.trim());
  if (!parts) return null;
  const [, year, , month = '', day = '', hour = '00', minute = '00', second = '00', fraction = ''] = parts;
  const zone = /^[+-]/.test(parts[9] ?? '') ? (parts[9] ?? '').replace(':', '').padEnd(5, '0') : '+0000';
  const two = (number: string) => number.padStart(2, '0');
  const ruling = rules.timestamp(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${fraction}${zone.slice(0, 3)}:${zone.slice(3)}`,
  );
  return ruling.ok ? ruling.value : null;
}
