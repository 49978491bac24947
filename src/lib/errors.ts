// The one error class. Expected outcomes are return values; an AppError means that someone must look.

export interface AppErrorParts {
  /** Dotted and stable: `approvals.expired`, `tools.invalid_args`. */
  readonly code: string;
  /** For operators and logs: names the thing and the remedy, never a secret. */
  readonly message: string;
  /** For people in chat; absent means that the message itself may be shown. */
  readonly userMessage?: string;
  readonly cause?: unknown;
}

export class AppError extends Error {
  readonly code: string;
  readonly userMessage: string;
  constructor(parts: AppErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = 'AppError';
    this.code = parts.code;
    this.userMessage = parts.userMessage ?? parts.message;
  }
}

/** The text of anything that was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
