namespace WeddingStudio.Web.Components.Connection;

/// <summary>The engine said no, in words that may be shown.</summary>
public sealed class StudioRefusalException(string message, Exception? inner = null) : Exception(message, inner);
