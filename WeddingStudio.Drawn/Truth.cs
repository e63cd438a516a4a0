namespace WeddingStudio.Drawn;

/// <summary>What is true of a drawn wedding, `truth.json` beside its photos.</summary>
public sealed record Truth(IReadOnlyList<TruePhoto> Photos, IReadOnlyList<TruePerson> People, IReadOnlyList<TrueCamera> Cameras);

/// <param name="PhotoId">Path below `photos`, forward slashes.</param>
/// <param name="TrueTime">UTC; what the camera wrote into the photo may differ by its offset.</param>
/// <param name="Series">Equal for the frames of one burst and the versions of one shot; null for a single shot.</param>
/// <param name="VersionOf">The photo this one is another version of (other size, format or colour); null for a shot of its own.</param>
public sealed record TruePhoto(
    string PhotoId, string Camera, DateTime TrueTime, string Moment, string? Series, string? VersionOf, IReadOnlyList<TrueFace> Faces);

/// <param name="Box">x1, y1, x2, y2 in pixels of the upright photo: hair line to chin, ear to ear, as detectors box a face.</param>
/// <param name="Person">Id of a person of the wedding or a negative number for a stranger; null on a poster.</param>
/// <param name="YawDegrees">0 = towards the camera, positive = the nose points to the right of the picture.</param>
/// <param name="EyesOpen">Left and right in the picture.</param>
/// <param name="Smile">0 = none, 1 = laughing.</param>
/// <param name="GazeAtCamera">Whether the eyes meet the viewer's.</param>
/// <param name="BlurSigmaPx">Gaussian blur of this face in pixels of the photo; 0 = sharp.</param>
public sealed record TrueFace(
    double[] Box, int? Person, double YawDegrees, bool[] EyesOpen, double Smile, bool GazeAtCamera, double BlurSigmaPx);

/// <param name="Role">One of the mission's role codes, or null.</param>
public sealed record TruePerson(int Id, string Name, string? Role);

/// <param name="OffsetSeconds">How far its clock is ahead of the true time.</param>
public sealed record TrueCamera(string Name, double OffsetSeconds);
