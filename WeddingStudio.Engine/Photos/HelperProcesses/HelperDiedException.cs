using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>Why a helper is no more.</summary>
internal enum HelperEnd
{
    /// <summary>The file brought it down.</summary>
    Crashed,

    /// <summary>The file cost more processor time than any photo.</summary>
    TookTooLong,

    /// <summary>The file cost more memory than its header promised.</summary>
    TookTooMuch,

    /// <summary>Somebody ended it: a user, the system. The file is not to blame.</summary>
    Killed,
}

internal sealed class HelperDiedException(HelperEnd end, string lastWords)
    : Exception($"The helper that read the photo ended ({end}): {lastWords}")
{
    private const int Signalled = 128, Hangup = 1, Interrupt = 2, Kill = 9, Terminate = 15, CpuTime = 24;

    public HelperEnd End { get; } = end;

    /// <summary>By signal on Unix; elsewhere only crashes are told here, because the watch knows what it did.</summary>
    public static HelperEnd CauseOf(int exitCode) => (exitCode - Signalled) switch
    {
        CpuTime => HelperEnd.TookTooLong,
        Hangup or Interrupt or Kill or Terminate => HelperEnd.Killed,
        _ => HelperEnd.Crashed,
    };

    public PhotoProblemException ToProblem() => End switch
    {
        HelperEnd.TookTooLong => new PhotoProblemException(PhotoProblemKind.TakesTooLong, this),
        HelperEnd.TookTooMuch => new PhotoProblemException(PhotoProblemKind.TakesTooMuch, this),
        _ => new PhotoProblemException(PhotoProblemKind.CrashedHelper, this),
    };
}
