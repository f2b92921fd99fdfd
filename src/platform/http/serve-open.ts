// Binds one verb that asks for no user, and that needs the call itself: an address, a cookie.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Endpoint, type Input, routeOf, zodOf } from '../contract.ts'
import { leanOutput } from './schemas.ts'
import { describedOf, inputOf } from './serve.ts'

export type OpenVerb<E extends Endpoint> = {
  noun: string
  verb: string
  endpoint: E
  answer(request: FastifyRequest, reply: FastifyReply, input: Input<E>): Promise<z.input<E['output']>>
}

export function serveOpen<E extends Endpoint>(app: FastifyInstance, { noun, verb, endpoint, answer }: OpenVerb<E>) {
  const { method, path } = routeOf(noun, verb, endpoint)
  app.route({
    method,
    url: path.replace('{id}', ':id'),
    config: { described: describedOf(noun, verb, endpoint) },
    schema: { response: { 200: leanOutput(endpoint.output) } },
    handler: async (request, reply) => {
      const input = zodOf(endpoint.input).parse(inputOf(request)) as Input<E> // reason: parsed by the schema the type comes from
      return answer(request, reply, input)
    },
  })
}
