import type { PrimitiveProps } from '../../internals/render-part.tsx';

export { EditorActions as Actions } from './editor-actions.tsx';
export type {
  EditorFieldProps as DescriptionProps,
  EditorFieldProps as FieldProps,
  EditorFieldProps as InstructionsProps,
  EditorFieldProps as MetadataProps,
  EditorFieldProps as ModelProps,
  EditorFieldProps as NameProps,
  EditorFieldProps as ReasoningEffortProps,
  EditorFieldProps as ResponseFormatProps,
  EditorFieldProps as TemperatureProps,
  EditorFieldProps as ToolResourcesProps,
  EditorFieldProps as ToolsProps,
  EditorFieldProps as TopPProps,
} from './editor-field.tsx';
export { EditorRoot as Root, type EditorRootProps as RootProps } from './editor-root.tsx';
export { MetadataField as Metadata } from './metadata-field.tsx';
export {
  DescriptionField as Description,
  InstructionsField as Instructions,
  ModelField as Model,
  NameField as Name,
  ReasoningEffortField as ReasoningEffort,
  TemperatureField as Temperature,
  TopPField as TopP,
} from './plain-fields.tsx';
export { ResponseFormatField as ResponseFormat } from './response-format-field.tsx';
export { ToolResourcesField as ToolResources } from './tool-resources-field.tsx';
export { ToolsField as Tools } from './tools-field.tsx';
/** Props of `AssistantEditor.Actions`. */
export type ActionsProps = Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>;
