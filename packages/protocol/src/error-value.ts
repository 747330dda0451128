/** The table of errors as a schema. */
import Type from 'typebox'
import { ERRORS, type ErrorCode } from './errors.ts'

export const ErrorCodeValue = Type.Enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]])

export const WireErrorValue = Type.Object({
  error: ErrorCodeValue,
  field: Type.Optional(Type.String()),
  rule: Type.Optional(Type.String()),
  retryAfter: Type.Optional(Type.Integer()),
  id: Type.Optional(Type.String()),
})
