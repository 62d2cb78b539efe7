/** AI SDK with the throttle that its documentation recommends for long responses. */
import { installAiSdk } from './ai-sdk-chat.tsx';

installAiSdk(50);
