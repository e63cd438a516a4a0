namespace WeddingStudio.Engine.Data;

public enum JobState
{
    Queued,
    Running,
    Paused,
    Done,
    Failed,
    Cancelled,
}
