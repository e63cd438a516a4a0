namespace WeddingStudio.Engine.Data.Backups;

/// <summary>A backup that cannot be written or restored; the message names the file and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
