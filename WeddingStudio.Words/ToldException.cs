namespace WeddingStudio.Words;

/// <summary>
/// A failure that somebody can put right: what happened, and what to do. Pages say it in their reader's language; logs and the command
/// line in English, as any exception.
/// </summary>
public abstract class ToldException(Message told, Exception? inner = null) : Exception(StudioWords.English.Of(told), inner)
{
    public Message Told => told;
}
