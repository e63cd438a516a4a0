using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Connection;

/// <summary>The engine said no, and what it told may be shown.</summary>
public sealed class StudioRefusalException(Message told, Exception? inner = null) : ToldException(told, inner);
