namespace WeddingStudio.Contracts;

public enum JobState
{
    Queued,
    Running,
    Paused,
    Done,
    Failed,
    Cancelled,
}
