import { describe, expect, it } from 'vitest';
import { makeTemporaryPassword } from '../../src/secrets/temporary-password.ts';

describe('makeTemporaryPassword', () => {
  const many = Array.from({ length: 2000 }, makeTemporaryPassword);

  it('gives four groups of four, with upper and lower case letters and digits', () => {
    const odd = many.filter(
      (one) =>
        !/^[A-Za-z2-9]{4}(?:-[A-Za-z2-9]{4}){3}$/.test(one) ||
        !/[A-Z]/.test(one) ||
        !/[a-z]/.test(one) ||
        !/[2-9]/.test(one),
    );
    expect(odd).toEqual([]);
  });

  it('uses no letters that are mistaken for each other', () => {
    expect(many.filter((one) => /[0Oo1Il]/.test(one))).toEqual([]);
  });

  it('never gives the same twice', () => {
    expect(new Set(many).size).toBe(many.length);
  });
});
