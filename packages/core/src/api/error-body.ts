/** The `error` of an error response. All four keys are always present. */
export interface ErrorObject {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}

/** Body of every response with a status of 400 or above, and data of the `error` stream event. */
export interface ErrorBody {
  error: ErrorObject;
}
