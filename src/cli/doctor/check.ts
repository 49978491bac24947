// One finding of the doctor. `wrong` makes the whole examination fail; everything else is for information.

export interface Check {
  readonly name: string;
  readonly state: 'on' | 'off' | 'wrong' | 'warning';
  readonly message: string;
  /** What to do; absent where nothing has to be done. */
  readonly remedy?: string;
}
