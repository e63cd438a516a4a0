namespace WeddingStudio.Web.Commands;

/// <summary>A command that cannot run as it was given; the message says why and what to do.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
