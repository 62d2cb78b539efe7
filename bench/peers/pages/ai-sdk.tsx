import { installAiSdk } from './ai-sdk-chat.tsx';

installAiSdk(undefined);
