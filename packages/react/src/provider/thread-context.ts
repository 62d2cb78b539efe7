'use client';
import type { ThreadController } from '@threadkit/core';
import { createContext } from 'react';

export const ThreadContext = createContext<ThreadController | undefined>(undefined);
